/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Kinds of devices. */
export type DeviceKind =
  | 'CPU'
  | 'GPU';

export type RegisterWorkerInput = {
  backend: string;
  backendVersion: string;
  device: string;
  deviceKind: DeviceKind;
  gflops: number;
  host: string;
  memoryBytes: number;
  name: string;
  threads: number;
};

/** Kinds of refusal. */
export type UserErrorCode =
  /** Already exists, already used, or changed meanwhile. */
  | 'CONFLICT'
  /** A set from which nothing can be chosen. */
  | 'EMPTY'
  /** Your role does not allow it. */
  | 'FORBIDDEN'
  /** The lease is over: someone else has, or may get, this work. */
  | 'LEASE_LOST'
  /** A value or combination that does not work here. */
  | 'NOT_ALLOWED'
  /** A number or text outside its limits. */
  | 'OUT_OF_RANGE'
  /** The field may not be empty. */
  | 'REQUIRED'
  /** More than the machine, the quota or the limits allow. */
  | 'TOO_LARGE'
  /** Nothing with this name or id, or not visible to you. */
  | 'UNKNOWN';

export type RegisterWorkerMutationVariables = Exact<{
  input: RegisterWorkerInput;
}>;


export type RegisterWorkerMutation = { registerWorker: { worker: { id: string } | null, userErrors: Array<{ field: string | null, message: string, code: UserErrorCode }> } };


export const RegisterWorkerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterWorker"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterWorkerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerWorker"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"worker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterWorkerMutation, RegisterWorkerMutationVariables>;