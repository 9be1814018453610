import { type AccountPageParts, accountRoutes } from './account.ts';
import { type ArrivalParts, createArrivals } from './arrival.ts';
import { type EnrolmentPageParts, enrolmentRoutes } from './enrolment.ts';
import { type PeoplePageParts, peopleRoutes } from './people.ts';
import { type SecondFactorPageParts, secondFactorRoutes } from './second-factor.ts';
import { type SignInPageParts, signInRoutes } from './sign-in.ts';

type Pages = SignInPageParts & EnrolmentPageParts & AccountPageParts & SecondFactorPageParts & PeoplePageParts;

export type PeoplePagesParts = ArrivalParts & Omit<Pages, 'arrivals'>;

/** The pages by which people come in, and those about them. */
export function peoplePages(parts: PeoplePagesParts) {
  const arrivals = createArrivals(parts);
  return {
    session: signInRoutes({ ...parts, arrivals }),
    enrolment: enrolmentRoutes({ ...parts, arrivals }),
    account: accountRoutes(parts),
    secondFactor: secondFactorRoutes(parts),
    people: peopleRoutes(parts),
  };
}
