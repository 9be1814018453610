const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a string from outside can be an id of ours; others are not worth asking the database for. */
export const isId = (text: unknown): text is string => typeof text === 'string' && uuid.test(text);

/** A cursor from a query string, or null when there is none worth following. */
export const cursorOf = (value: unknown): string | null => (isId(value) ? value : null);
