const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/;
const string = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/;
const template = /`(?:\\.|[^`\\])*`/;
// A slash opens a regular expression only where a value may begin; elsewhere it divides.
const pattern = /(?<=(?:[(,=:[!&|?{};+\n]|\breturn)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/;
const pieces = new RegExp([comment, string, template, pattern].map((piece) => piece.source).join('|'), 'g');

/** The program text without its comments. */
export function withoutComments(text: string): string {
  return text.replace(pieces, (piece) => (isComment(piece) ? ' ' : piece));
}

function isComment(piece: string): boolean {
  return piece.startsWith('/*') || piece.startsWith('//');
}

/** What is left when comments, strings and regular expressions are gone; the `${…}` of templates stays. */
export function codeOf(text: string): string {
  return text.replace(pieces, (piece) => {
    if (piece.startsWith('`')) return [...piece.matchAll(/\$\{([^}]*)\}/g)].map((match) => ` (${match[1]}) `).join('');
    return isComment(piece) ? ' ' : "''";
  });
}
