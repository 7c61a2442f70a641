import { MOST_COMPARED } from '../../schema/comparison/limits.ts';
import { account, all, anyone, given, type Rule, role, sees, seesNode, seesSearches, worker, workerOn } from './rules.ts';

/**
 * Who may use which field of Query, Mutation and Subscription: a field without a rule makes building the schema fail (guard.ts).
 * A rule finds the team of the object it is about in one statement; to an outsider the object does not exist.
 */
export const policy: Record<string, Rule> = {
  'Query.node': seesNode('id'),
  'Query.viewer': anyone,
  // by slug: the resolver only finds teams of the actor
  'Query.team': all(account, given('id', sees('Team', 'id'))),
  'Query.invitation': anyone,
  'Query.dataset': sees('Dataset', 'id'),
  'Query.search': sees('Search', 'id'),
  'Query.estimateSearch': role('VIEWER', 'Team', 'input.teamId'),
  'Query.candidate': sees('Candidate', 'id'),
  'Query.presets': account,
  'Query.compareSearches': seesSearches('searchIds', MOST_COMPARED),
  'Query.compareRankings': all(sees('Search', 'first.searchId'), sees('Search', 'second.searchId')),

  'Mutation.createTeam': account,
  'Mutation.inviteMember': role('ADMIN', 'Team', 'input.teamId'),
  'Mutation.revokeInvitation': role('ADMIN', 'Invitation', 'input.invitationId'),
  'Mutation.acceptInvitation': anyone,
  'Mutation.changeMemberRole': role('ADMIN', 'Member', 'input.memberId'),
  // yourself or an admin: the service decides
  'Mutation.removeMember': role('VIEWER', 'Member', 'input.memberId'),
  // a WORKER token needs ADMIN: the service decides
  'Mutation.createApiToken': role('VIEWER', 'Team', 'input.teamId'),
  // its owner or an admin: the service decides
  'Mutation.revokeApiToken': role('VIEWER', 'ApiToken', 'input.apiTokenId'),

  'Mutation.importDataset': role('MEMBER', 'Team', 'input.teamId'),
  'Mutation.perturbDataset': all(role('MEMBER', 'Team', 'input.teamId'), sees('Dataset', 'input.datasetId')),
  'Mutation.cancelDatasetImport': role('MEMBER', 'DatasetImport', 'input.datasetImportId'),

  'Mutation.createSearchSpace': role('MEMBER', 'Team', 'input.teamId'),
  'Mutation.createSearch': role('MEMBER', 'Team', 'input.teamId'),
  'Mutation.importSearch': role('MEMBER', 'Team', 'input.search.teamId'),
  'Mutation.pauseSearch': role('MEMBER', 'Search', 'input.searchId'),
  'Mutation.resumeSearch': role('MEMBER', 'Search', 'input.searchId'),
  'Mutation.stopSearch': role('MEMBER', 'Search', 'input.searchId'),
  'Mutation.renameSearch': role('MEMBER', 'Search', 'input.searchId'),
  'Mutation.changeSearch': role('MEMBER', 'Search', 'input.searchId'),
  'Mutation.retryFailed': role('MEMBER', 'Search', 'input.searchId'),
  'Mutation.retrain': role('MEMBER', 'Search', 'input.searchId'),
  'Mutation.annotateCandidate': role('MEMBER', 'Candidate', 'input.candidateId'),
  // changes nothing; the file that it makes is removed after a day
  'Mutation.exportModel': role('VIEWER', 'Candidate', 'input.candidateId'),
  'Mutation.recordChoice': role('MEMBER', 'Search', 'input.searchId'),

  'Mutation.registerWorker': worker,
  'Mutation.retireWorker': workerOn('Worker', 'input.workerId'),
  'Mutation.leaseWork': workerOn('Worker', 'input.workerId'),
  'Mutation.renewLease': workerOn('Lease', 'input.leaseId'),
  'Mutation.releaseLease': workerOn('Lease', 'input.leaseId'),
  'Mutation.commitStep': workerOn('Lease', 'input.leaseId'),
  'Mutation.reportTrial': workerOn('Lease', 'input.leaseId'),
  'Mutation.finishTrial': workerOn('Lease', 'input.leaseId'),
  // leases of other teams are unknown: the service looks
  'Mutation.finishTrials': worker,
  'Mutation.createUpload': worker,

  'Subscription.events': all(role('VIEWER', 'Team', 'teamId'), given('searchId', sees('Search', 'searchId'))),
  'Subscription.trialProgress': sees('Search', 'searchId'),
};

/** Fields of objects that not everybody who sees the object may read; a worker's token reads nothing of a team but what it needs to train. */
export const memberFields: Record<string, 'VIEWER' | 'ADMIN'> = {
  'Team.members': 'VIEWER',
  'Team.invitations': 'ADMIN',
  'Team.apiTokens': 'VIEWER',
  'Team.searches': 'VIEWER',
  'Team.events': 'VIEWER',
  'Team.latestCursor': 'VIEWER',
  'Team.workers': 'VIEWER',
};
