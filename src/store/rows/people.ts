import type { Role } from '../../comments/moderator.ts';
import type { Cadence } from '../../comments/notification.ts';

export interface ModeratorRow {
  readonly id: string;
  readonly email: string;
  readonly password_hash: string;
  readonly created_at: number;
  /** Null: an older version made it, which asked for none. */
  readonly name: string | null;
  readonly role: Role;
  readonly seen_at: number | null;
  readonly disabled_at: number | null;
  /** Base32. */
  readonly otp_secret: string | null;
  readonly otp_step: number | null;
  /** How often mail tells of comments that wait. */
  readonly mail: Cadence;
  /** BCP 47; null: the site's. */
  readonly language: string | null;
}

export interface SetupLinkRow {
  /** Always 1: the table holds one link at most. */
  readonly id: number;
  readonly hash: string;
  readonly expires_at: number;
}

export interface SignInRow {
  readonly id: string;
  readonly moderator_id: string;
  /** 0 or 1. */
  readonly half: number;
  readonly device: string;
  readonly created_at: number;
  readonly seen_at: number;
}

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly hash: string;
  readonly role: Role;
  readonly created_at: number;
  readonly expires_at: number;
}

export interface RecoveryCodeRow {
  readonly moderator_id: string;
  readonly hash: string;
}
