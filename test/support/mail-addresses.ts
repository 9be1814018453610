/** The public address of a site that sends mail, and whom its mails are from. */
export const site = 'http://news.example';
export const from = 'comments@news.example';
