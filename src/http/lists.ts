import type { Request, RequestHandler, Response } from 'express';
import { CommentsError } from '../comments/error.ts';
import { type Effect, kinds, labelOf, type Wanted } from '../comments/list-entry.ts';
import type { Lists } from '../comments/lists.ts';
import type { SignIn } from '../comments/sign-in.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Keyed } from './address.ts';
import { checkView } from './check-view.ts';
import { emailsOf } from './emails.ts';
import { isId } from './id.ts';
import { translatorOf } from './language.ts';
import { checkOf, durations, type EntryForm, readEntryForm, typedEntry } from './lists-form.ts';
import { choices, entryView, filtersOf, type ListsView } from './lists-view.ts';
import type { ShowPage } from './pages.ts';
import type { ToldView } from './told-view.ts';

export interface ListPageParts {
  readonly lists: Lists;
  readonly signIn: SignIn;
  readonly show: ShowPage;
  readonly keyed: Keyed;
  readonly now: () => number;
}

type Shown = Pick<ListsView, 'typed' | 'problems' | 'check' | 'told'>;

/** The lists of words, domains, addresses and networks that hold or block. */
export function listRoutes({ lists, signIn, show, keyed, now }: ListPageParts) {
  /** The query may fill the form: other pages link here with what is to be listed. */
  const page: RequestHandler = async (req, res) => {
    await showLists(req, res, {
      typed: typedEntry(req.query),
      problems: [],
      check: null,
      told: await toldOf(req, res),
    });
  };

  /** Nothing is saved that was not checked: its count comes first, whichever button was pressed. */
  const submit: RequestHandler = async (req, res) => {
    const form = readEntryForm(req.body, keyed, translatorOf(res).t);
    const { typed, wanted, problems } = form;
    if (!wanted) return showLists(req, res, { typed, problems, check: null, told: null }, 422);
    if (req.body?.do !== 'save' || typed.checked !== checkOf(wanted)) return showCheck(req, res, form, wanted);
    try {
      const { effect, lasts } = typed;
      const entry = { ...wanted, effect, lastsMs: durations[lasts] };
      const { id } = await lists.add(entry, res.locals.moderator.id);
      res.redirect(303, `${req.baseUrl}/moderation/lists?done=added&entry=${id}`);
    } catch (error) {
      if (!(error instanceof CommentsError)) throw error;
      const problem = { field: 'value', message: translatorOf(res).t(error.said) } as const;
      await showLists(req, res, { typed, problems: [problem], check: null, told: null }, 422);
    }
  };

  async function showCheck(req: Request, res: Response, { typed }: EntryForm, wanted: Wanted): Promise<void> {
    const translator = translatorOf(res);
    const check = checkView(await lists.simulate(wanted), typed, translator);
    const changed = req.body?.do === 'save' && typed.checked !== '';
    const told = changed ? { notice: translator.t('lists.changed'), undo: null } : null;
    await showLists(req, res, { typed: { ...typed, checked: checkOf(wanted) }, problems: [], check, told });
  }

  const remove: RequestHandler = async (req, res) => {
    const { id } = await lists.remove(idOf(req));
    res.redirect(303, `${req.baseUrl}/moderation/lists?done=removed&entry=${id}`);
  };

  const restore: RequestHandler = async (req, res) => {
    const { id } = await lists.restore(idOf(req));
    res.redirect(303, `${req.baseUrl}/moderation/lists?done=restored&entry=${id}`);
  };

  async function showLists(req: Request, res: Response, shown: Shown, status = 200): Promise<void> {
    const translator = translatorOf(res);
    const url = `${req.baseUrl}/moderation/lists`;
    const kind = kinds.find((known) => known === req.query.show) ?? null;
    const entries = await lists.entries();
    const listed = entries.filter((entry) => kind === null || entry.kind === kind);
    const emails = await emailsOf(
      signIn,
      listed.map(({ createdBy }) => createdBy),
    );
    const fields: ListsView = {
      ...choices(translator.t),
      ...shown,
      action: url,
      removeAction: `${url}/remove`,
      filters: filtersOf(url, entries, kind, translator),
      entries: listed.map((entry) => entryView(entry, { emails, now: now(), translator })),
    };
    const shownAs = { view: 'moderation/lists', title: translator.t('lists.title'), wrong: shown.problems.length > 0 };
    show(req, res, { ...shownAs, status }, fields);
  }

  /** From the address that an act has led to; it speaks only of what still is so. */
  async function toldOf(req: Request, res: Response): Promise<ToldView | null> {
    const { done, entry: id } = req.query;
    const entry = isId(id) ? await lists.byId(id) : undefined;
    if (!entry || (done === 'removed') !== (entry.removedAt !== null)) return null;
    const { t } = translatorOf(res);
    const url = `${req.baseUrl}/moderation/lists`;
    const fields = [{ name: 'entry', value: entry.id }];
    const named = { entry: labelOf(entry, t) };
    if (done === 'removed') {
      const undo = { action: `${url}/restore`, label: t('lists.putBack'), fields };
      return { notice: t('lists.removed', named), undo };
    }
    if (done !== 'added' && done !== 'restored') return null;
    const undo = { action: `${url}/remove`, label: t('lists.takeOff'), fields };
    return { notice: t(notices[done][entry.effect], named), undo };
  }

  return { page, submit, remove, restore };
}

const notices: Readonly<Record<'added' | 'restored', Readonly<Record<Effect, MessageKey>>>> = {
  added: { hold: 'lists.addedHold', block: 'lists.addedBlock' },
  restored: { hold: 'lists.restoredHold', block: 'lists.restoredBlock' },
};

function idOf(req: Request): string {
  if (isId(req.body?.entry)) return req.body.entry;
  throw new CommentsError('invalid', 'lists.choose');
}
