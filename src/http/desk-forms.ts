import type { OnDesk } from '../comments/desk.ts';
import { longestExplanation } from './explanation.ts';

/** What was typed into one of the forms, where it has to be shown again. */
export interface DeskTyped {
  readonly form: 'reply' | 'edit' | 'explain';
  readonly body: string;
  readonly problem: string;
  readonly submission: string | null;
}

/** The forms that open where they are wanted: for the text, and for what its author is told. */
export interface TextForms {
  readonly edit: { readonly action: string; readonly body: string; readonly seen: string; readonly open: boolean };
  readonly explain: { readonly action: string; readonly body: string; readonly most: number; readonly open: boolean };
}

export function textForms({ comment, told }: OnDesk, typed: DeskTyped | null, url: string): TextForms {
  const typedIn = (form: DeskTyped['form']): string | null => (typed?.form === form ? typed.body : null);
  return {
    edit: {
      action: `${url}/edit`,
      body: typedIn('edit') ?? comment.body,
      seen: String(comment.editedAt ?? ''),
      open: typedIn('edit') !== null,
    },
    explain: {
      action: `${url}/explain`,
      body: typedIn('explain') ?? told ?? '',
      most: longestExplanation,
      open: typedIn('explain') !== null || told !== null,
    },
  };
}
