/** The environment of a host: proxies and certificate authorities of these surroundings are used. */
export function hostEnvironment(surroundings?: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
