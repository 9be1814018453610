import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Logger } from 'pino';
import { type CommentsApp, comments } from './assemble.ts';
import type { Config } from './config.ts';
import type { CommentsOptions } from './options.ts';
import { startError } from './start-error.ts';

/** What the standalone server says once it listens. */
export interface Listening {
  /** Where it listens, as a browser on this machine would find it. */
  readonly address: string;
  /** Where readers find it: the public address when one is configured. */
  readonly url: string;
  /** Where the first moderator is made; null when there is one. */
  readonly setupUrl: string | null;
}

export interface Server {
  /** Opens the data, then the port. Rejects, with everything closed again, when either cannot be opened. */
  start(): Promise<Listening>;
  /** Takes no more connections, lets requests in flight finish, closes the data. Calling it again changes nothing. */
  stop(): Promise<void>;
}

/** A socket that sends nothing, or too slowly, is closed after this long (Node's own limits are a minute and more). */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 20_000;
/** Requests in flight get this long to finish after `stop`. */
const graceMs = 8_000;

/** The first host that mounts `comments()`. */
export function createServer(config: Config, log: Logger): Server {
  const app = express();
  app.set('env', 'production');
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy.length > 0 ? config.trustProxy : false);
  const mounted = comments(optionsOf(config, log));
  app.use(config.baseUrl ? new URL(config.baseUrl).pathname : '/', mounted);
  app.use((_req, res) => res.status(404).type('text').send('There is no page at this address.\n'));
  const http = createHttpServer(
    { headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs, connectionsCheckingInterval: 2_000 },
    app,
  );

  async function start(): Promise<Listening> {
    const { signIn } = await mounted.ready.catch((error: unknown) => {
      throw startError(error, config);
    });
    await listen(http, config).catch(async (error: unknown) => {
      await mounted.close();
      throw startError(error, config);
    });
    const address = localUrl(config.host, http.address() as AddressInfo);
    const url = config.baseUrl ?? address;
    const token = await signIn.offerSetup();
    return { address, url, setupUrl: token && `${url}/setup?token=${token}` };
  }

  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopping ??= closeHttp(http, mounted).then(() => mounted.close());
    return stopping;
  };

  return { start, stop };
}

/** The environment's words as the options of `comments()`. */
export function optionsOf(config: Config, log: Logger): CommentsOptions {
  return {
    articles: config.articlesDir,
    data: config.dataDir,
    firstComment: config.firstComment,
    challengeDelivery: config.challengeDelivery,
    language: config.language,
    commentsPerPage: config.commentsPerPage,
    replyDepth: config.replyDepth,
    likes: config.likes,
    blocklist: config.blocklist,
    mostLinks: config.mostLinks,
    challengeThinkSeconds: config.challengeThinkSeconds,
    challengeOutstanding: config.challengeOutstanding,
    siteName: config.siteName,
    sessionIdleHours: config.sessionIdleHours,
    sessionHours: config.sessionHours,
    log,
    ...(config.databaseUrl && { databaseUrl: config.databaseUrl }),
    ...(config.sessionSecret && { secret: config.sessionSecret }),
    ...(config.guardLimits && { limits: config.guardLimits }),
    ...(config.metricsToken && { metricsToken: config.metricsToken }),
    ...(config.smtpUrl && { smtpUrl: config.smtpUrl }),
    webhookAllow: config.webhookAllow,
    ...(config.webhookUrl && { webhookUrl: config.webhookUrl }),
    ...(config.webhookSecret && { webhookSecret: config.webhookSecret }),
    ...(config.mailFrom && { mailFrom: config.mailFrom }),
    ...(config.baseUrl && { baseUrl: config.baseUrl }),
  };
}

function listen(http: HttpServer, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, resolve);
  });
}

function localUrl(host: string, { port }: AddressInfo): string {
  const local = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);
  return `http://${local ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

function closeHttp(http: HttpServer, { endStreams }: CommentsApp): Promise<void> {
  return new Promise((resolve) => {
    const overdue = setTimeout(() => http.closeAllConnections(), graceMs);
    http.close(() => {
      clearTimeout(overdue);
      resolve();
    });
    http.closeIdleConnections();
    endStreams();
  });
}
