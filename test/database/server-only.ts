// `server-only` throws outside a React server build; under Vitest this empty module stands in for it.
export {}
