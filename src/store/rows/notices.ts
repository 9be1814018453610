import type { MailLink } from '../../comments/mail-link.ts';
import type { Channel, Occasion } from '../../comments/outbox.ts';

export interface OutboxRow {
  readonly id: string;
  /** What is told to whom: unique. */
  readonly said: string;
  readonly channel: Channel;
  readonly occasion: Occasion;
  readonly about: string;
  readonly recipient: string | null;
  readonly lane: string | null;
  readonly created_at: number;
  readonly due_at: number;
  readonly attempts: number;
  /** Of whoever is sending it. */
  readonly lease: string | null;
  readonly leased_until: number;
  readonly sent_at: number | null;
  readonly failed_at: number | null;
  readonly error: string | null;
}

export interface FollowerRow {
  readonly id: string;
  readonly email: string;
  readonly thread_key: string;
  readonly comment_id: string | null;
  readonly origin: string;
  readonly confirm_hash: string;
  readonly stop_hash: string;
  readonly created_at: number;
  readonly confirmed_at: number | null;
  /** BCP 47; null: the site's. */
  readonly language: string | null;
}

export interface RefusedAddressRow {
  /** SHA-256 of the address. */
  readonly hash: string;
  readonly at: number;
}

export interface MailLinkRow {
  readonly hash: string;
  readonly comment_id: string;
  readonly action: MailLink['action'];
  readonly moderator_id: string;
  readonly expires_at: number;
  readonly used_at: number | null;
}
