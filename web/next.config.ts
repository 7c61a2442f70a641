import { join } from 'node:path';
import type { NextConfig } from 'next';

/** The page imports `../schema`: the root of what is bundled and traced is the project, not this folder. */
const root = join(import.meta.dirname, '..');

const config: NextConfig = {
  poweredByHeader: false,
  allowedDevOrigins: ['127.0.0.1'],
  outputFileTracingRoot: root,
  turbopack: { root },
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@mantine/form'] },
};

export default config;
