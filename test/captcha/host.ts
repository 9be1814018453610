import { load } from 'cheerio';
import express from 'express';
import session from 'express-session';
import request from 'supertest';
import type { AskedSum, MathCaptchaOptions } from '../../src/captcha/index.ts';
import { mathCaptcha } from '../../src/captcha/index.ts';
import { readSum } from '../../src/testing/index.ts';

/** Sessions in memory; a visitor without one gets no cookie. */
export const visits = () => session({ secret: 'only for this test', resave: false, saveUninitialized: false });

/** The example of the README, and what it needs. */
export function hostOf(options?: MathCaptchaOptions) {
  const app = express();
  app.use(visits(), express.urlencoded({ extended: false }), express.json());
  app.use('/contact', mathCaptcha(options));
  app.get('/contact', async (req, res) => res.send(page(await req.captcha.ask())));
  app.post('/contact', async (req, res) => {
    const verdict = await req.captcha.check();
    res.set('Outcome', verdict.outcome);
    if (verdict.outcome !== 'passed') return res.status(422).send(page(await req.captcha.ask(), req.body));
    return res.send('Thank you.');
  });
  app.get('/other', (_req, res) => res.send('No form here.'));
  return app;
}

/** The page of the form, with the name as it was typed. */
export function page(sum: AskedSum, body: { name?: string } = {}): string {
  return `<form method="post"><input name="name" value="${body.name ?? ''}">${sum.html}<button>Send</button></form>`;
}

/** Knows only what the page shows. */
export function read(html: string) {
  const $ = load(html);
  const input = $('input[name=response]');
  const { challenge = '', right = '' } = readSum(html) ?? {};
  return { input, label: $(`label[for="${input.attr('id')}"]`), challenge, response: right };
}

/** A visitor who has opened the form, and what the page showed. */
export async function visit(options?: MathCaptchaOptions) {
  const agent = request.agent(hostOf(options));
  return { agent, ...read((await agent.get('/contact').expect(200)).text) };
}
