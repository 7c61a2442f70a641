import { ApolloClient, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { ErrorLink } from '@apollo/client/link/error';
import { HttpLink } from '@apollo/client/link/http';
import { OperationTypeNode } from 'graphql';
import { StreamLink } from './stream.ts';

/** Objects without an id belong to the object they are in: parts that are read later join those that are there. */
const PARTS = [
  'CandidateCounts',
  'Plan',
  'Budget',
  'ControllerPlan',
  'DqnPlan',
  'PolicyPlan',
  'TrainingPlan',
  'OptimizerPlan',
  'LossPlan',
  'TrialProgress',
  'TrialPhases',
  'TrialFailure',
  'Viewer',
];

export function makeCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: { Work: ['StepWork', 'TrialWork'] },
    typePolicies: {
      ...Object.fromEntries(PARTS.map((name) => [name, { keyFields: false as const, merge: true }])),
      // An event is a moment, not an object: only the objects in it are kept.
      Event: { keyFields: false },
      Preset: { keyFields: ['name'] },
      Subscription: { fields: { events: { merge: false } } },
    },
  });
}

/** The page's one way to the API. Made once in a browser, and once for each page that the server renders, where it asks for nothing. */
export function makeClient(): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin', headers: { 'apollo-require-preflight': 'true' } });
  const signedOut = new ErrorLink(({ error }) => {
    const lost = CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
    if (lost && typeof window !== 'undefined') dispatchEvent(new Event(SIGNED_OUT));
  });
  const network = ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, new StreamLink(), http);
  return new ApolloClient({
    cache: makeCache(),
    link: signedOut.concat(network),
    ssrMode: typeof window === 'undefined',
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}

/** Sent to the window when the server no longer knows who is signed in. */
export const SIGNED_OUT = 'handpick:signed-out';
