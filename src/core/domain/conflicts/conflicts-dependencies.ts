import type { Service } from "../directory.ts";

/** Two services of which one can't do without the other, over however many in between. */
export type Relation = {
  readonly serviceId: string;
  /** Ids from the service that needs to the one that is needed, each depending on the next. */
  readonly path: readonly string[];
  /** Whether the service that was asked about is the first of the path, or its last. */
  readonly own: "first" | "last";
};

/**
 * For every service all others it depends on or that depend on it, each over a shortest path. A service is no relation
 * of itself, also where a file from elsewhere has a circle; what the directory does not know is left out.
 */
export function relationsOf(services: readonly Service[]): ReadonlyMap<string, readonly Relation[]> {
  const known = new Set(services.map(({ id }) => id));
  const needs = new Map(services.map(({ id, dependsOn = [] }) => [id, [...new Set(dependsOn)].filter((one) => known.has(one))]));
  const relations = new Map<string, Relation[]>(services.map(({ id }) => [id, []]));
  for (const { id } of services) {
    for (const path of shortestPaths(id, needs).values()) {
      const needed = path.at(-1) ?? id;
      relations.get(id)?.push({ serviceId: needed, path, own: "first" });
      relations.get(needed)?.push({ serviceId: id, path, own: "last" });
    }
  }
  return relations;
}

/** The way from a service to each it depends on, the nearest first. */
function shortestPaths(from: string, needs: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>();
  let edge: readonly (readonly string[])[] = [[from]];
  while (edge.length > 0) {
    const next: (readonly string[])[] = [];
    for (const path of edge) {
      for (const needed of needs.get(path.at(-1) ?? "") ?? []) {
        if (needed === from || paths.has(needed)) continue;
        const longer = [...path, needed];
        paths.set(needed, longer);
        next.push(longer);
      }
    }
    edge = next;
  }
  return paths;
}

/**
 * The circle that would close if the service were saved like this: ids from the service over what it depends on back to
 * itself. Null when there is none.
 */
export function circleThrough(service: Service, others: readonly Service[]): readonly string[] | null {
  const dependsOn = service.dependsOn ?? [];
  if (dependsOn.includes(service.id)) return [service.id, service.id];
  const needs = new Map(others.map(({ id, dependsOn = [] }) => [id, dependsOn]));
  needs.set(service.id, dependsOn);
  const paths = shortestPaths(service.id, needs);
  for (const [needed, path] of paths) {
    if (needs.get(needed)?.includes(service.id)) return [...path, service.id];
  }
  return null;
}
