/** It will never go out as it is; trying again would only annoy whoever said no. */
export class Refused extends Error {}
