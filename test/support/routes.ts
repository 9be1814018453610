import type { Express } from 'express';
import type { Access, AccessRule } from '../../src/http/access.ts';

/** One address and method that the web can reach. */
export interface LiveRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Null where the route names nobody. */
  readonly access: Access | null;
}

interface Layer {
  readonly name: string;
  readonly handle: Partial<AccessRule> & { readonly stack?: readonly Layer[] };
  readonly route?: {
    readonly path: string;
    readonly methods: Readonly<Record<string, boolean>>;
    readonly stack: readonly Layer[];
  };
}

/** Every route of the router as it runs, those of routers inside it too. */
export function routesOf(app: Express): readonly LiveRoute[] {
  return routesIn((app.router as unknown as { readonly stack: readonly Layer[] }).stack);
}

function routesIn(stack: readonly Layer[]): readonly LiveRoute[] {
  return stack.flatMap(({ name, route, handle }) => {
    // Express shows nothing of what is inside one.
    if (name === 'mounted_app') return [{ method: 'get', path: 'an application inside', access: null } as const];
    if (!route) return handle.stack ? routesIn(handle.stack) : [];
    // What stands before the rule would be done for everybody.
    const access = route.stack[0]?.handle.access ?? null;
    const methods = Object.keys(route.methods) as LiveRoute['method'][];
    return methods.map((method) => ({ method, path: route.path, access }));
  });
}
