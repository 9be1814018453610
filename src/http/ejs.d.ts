/** The one function of EJS 7 in use here; the package ships no types of its own. */
declare module 'ejs' {
  interface Options {
    readonly strict: boolean;
    readonly localsName: string;
    readonly cache: boolean;
  }
  const ejs: {
    renderFile(path: string, data: object, options: Options, done: (error: Error | null, html?: string) => void): void;
  };
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default ejs;
}
