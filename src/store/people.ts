import type { Kysely } from 'kysely';
import type { PeopleStores } from '../comments/store.ts';
import type { Engine } from './engine.ts';
import { invitationStore } from './invitations.ts';
import { moderatorStore } from './moderators.ts';
import type { Schema } from './schema.ts';
import { secondFactorStore } from './second-factors.ts';
import { signedInVisitStore } from './signed-in-visits.ts';

/** Moderators and what belongs to them, over a database or over one transaction of it. */
export function peopleStores(db: Kysely<Schema>, alone: Engine['alone']): PeopleStores {
  return {
    alone: () => alone(db, 'people'),
    moderators: moderatorStore(db),
    visits: signedInVisitStore(db),
    invitations: invitationStore(db),
    secondFactors: secondFactorStore(db),
  };
}
