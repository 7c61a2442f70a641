import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Handler, Router } from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { admit } from '../access/admission.ts';
import { authenticate, type Credentials } from '../access/authenticate.ts';
import type { Context } from '../access/context.ts';
import type { Documents } from '../access/documents.ts';
import { LIMITS, type Size } from '../access/limits.ts';
import { isSameOrigin } from '../access/origin.ts';
import { makeContext, type Platform } from './make-context.ts';
import type { OpenRequests } from './open-requests.ts';
import { presentError } from './present-error.ts';

/** What the endpoint needs beside the platform. */
export interface GraphQLOptions {
  schema: GraphQLSchema;
  documents: Documents | null;
  requests: OpenRequests;
  publicUrl?: string | undefined;
}

/** Who asks, known before the body is read: only a token may send much. */
interface Caller {
  actor: Actor;
  credentials: Credentials;
}

const SMALL = express.json({ limit: '1mb' });
/** A controller's state. */
const LARGE = express.json({ limit: '32mb' });

/** GraphQL over HTTP. */
export async function graphqlRoute(platform: Platform, options: GraphQLOptions): Promise<{ route: Router; stop: () => Promise<void> }> {
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    introspection: true, // `admit` decides who may
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // it has a look at every field of an answer; here none is to be kept
      ApolloServerPluginCacheControlDisabled(),
      admission(options) as ApolloServerPlugin<BaseContext>,
    ],
    formatError: (formatted, error) => (isTold(error) ? formatted : presentError(toGraphQLError(error), 'unknown')),
  });
  await apollo.start();
  const route = Router();
  route.use(identify(platform, options), (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    const { actor } = response.locals.caller as Caller;
    return (actor.kind === 'WORKER' || actor.kind === 'PERSONAL' ? LARGE : SMALL)(request, response, next);
  });
  route.use(
    expressMiddleware(apollo, {
      context: async ({ res }) => {
        const { actor, credentials } = res.locals.caller as Caller;
        const { signal, done } = options.requests.begin();
        res.once('close', done);
        return makeContext(platform, actor, credentials, signal);
      },
    }),
  );
  return { route, stop: () => apollo.stop() };
}

function identify({ database, sessions }: Platform, { publicUrl }: GraphQLOptions): Handler {
  return async (request, response, next) => {
    const credentials = { authorization: request.headers.authorization, cookie: request.headers.cookie };
    try {
      const actor = await authenticate(database, sessions, credentials);
      // a page of another site can send our cookie, in the oldest browsers even across sites
      if (actor.kind === 'ACCOUNT' && !isSameOrigin(request, publicUrl)) {
        response
          .status(403)
          .json({ errors: [{ message: 'this request comes from a page of another site', extensions: { code: 'FORBIDDEN' } }] });
        return;
      }
      response.locals.caller = { actor, credentials } satisfies Caller;
      next();
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      response.status(401).json({ errors: [presentError(error, '')] });
    }
  };
}

/** Checks every document before it runs, and says in `extensions.cost` what it cost. */
function admission({ schema, documents }: GraphQLOptions): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let size: Size | undefined;
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) return; // Apollo refuses it
          size = admit(schema, documents, contextValue.actor, { document, operation, variables: request.variables ?? {} });
        },
        async willSendResponse({ response, contextValue, errors }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          if (errors) result.errors = errors.map((error) => presentError(error, contextValue.requestId));
          if (size) result.extensions = { ...result.extensions, cost: size.cost };
        },
      };
    },
  };
}

/** Errors of requests that never became an operation: told by Apollo with a code. */
function isTold(error: unknown): boolean {
  return error instanceof GraphQLError;
}

function toGraphQLError(error: unknown): GraphQLError {
  const original = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(original.message, { originalError: original });
}
