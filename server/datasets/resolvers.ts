import { builtInDatasets, builtInTexts } from '../../schema/datasets.ts';
import { type Context, member, requireRole } from '../access/context.ts';
import { type Dataset, DatasetImport, Dataset as Datasets, Member } from '../database/entities.ts';
import { badInput, refusals } from '../errors.ts';
import { globalId, parseId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { beginDerived } from './begin-derived.ts';
import { beginImport } from './begin-import.ts';
import { cancelImport, datasetsOf, importsOf, searchCounts, searchesOn, versionsOf } from './service.ts';
import { hasManySizes } from './shape.ts';
import { COLUMNS, MOST_TILES, tileSize } from './sheet.ts';

const comesAlong = [...builtInDatasets, ...builtInTexts];

export const resolvers: Resolvers = {
  Dataset: {
    id: ({ id }) => globalId('Dataset', id),
    builtIn: ({ teamId }) => teamId === null,
    citation: ({ teamId, name }) => (teamId === null ? (comesAlong.find((each) => each.name === name)?.citation ?? null) : null),
    classCounts: ({ description }) => description?.classCounts ?? [],
    manySizes: (dataset) => hasManySizes(dataset),
    origin: ({ origin }) => origin && { ...origin, size: String(origin.size) },
    perturbation: async ({ perturbation, derivedFrom, teamId }, _, { loaders }) => {
      if (!perturbation) return null;
      const of = await loaders.byId(Datasets, derivedFrom);
      // it was the same team's, or the platform's
      return { ...perturbation, of: of && (of.teamId === null || of.teamId === teamId) ? of : null };
    },
    createdBy: ({ createdBy }, _, { loaders }) => loaders.byId(Member, createdBy),
    searchCount: (dataset, { teamId }, context) => {
      const uuid = teamIn(context, teamId);
      return context.loaders
        .get<string, number>(`searches of ${uuid} on`, (ids) => searchCounts(context.database, uuid, ids))
        .load(dataset.id);
    },
    sizes: (dataset) => sizesOf(dataset),
    normalisation: ({ description }) => description?.normalisation ?? null,
    vocabularySize: ({ description }) => description?.vocabulary ?? null,
    textUnit: ({ kind, description }) => (kind === 'TEXT' ? (description?.unit ?? 'CHARACTERS') : null),
    url: ({ fileId }, _, { files }) => (fileId === null ? null : files.url(fileId)),
    versions: (dataset, _, { database }) => versionsOf(database, dataset),
    searches: (dataset, { teamId }, context) => {
      return searchesOn(context.database, dataset.id, teamIn(context, teamId));
    },
    pictures: (dataset, { split, label, skip, first }) => {
      const counts = label == null ? countsOf(dataset) : dataset.description?.classCounts[label];
      if (dataset.kind !== 'IMAGES' || !counts) return null;
      const total = { TRAIN: counts.train, VALIDATION: counts.validation, TEST: counts.test }[split];
      const count = Math.min(first, MOST_TILES, total - skip);
      if (skip < 0 || count < 1) return null;
      const url = `/files/pictures/${globalId('Dataset', dataset.id)}/${split}/${label ?? 'all'}/${skip}-${count}.png`;
      return { url, count, total, columns: COLUMNS, ...tileSize(sizesOf(dataset)) };
    },
  },
  DatasetImport: {
    id: ({ id }) => globalId('DatasetImport', id),
    received: async ({ id, status, size }, _, { imports }) => (status === 'RECEIVING' ? String(await imports.received(id)) : size),
    derivedFrom: ({ derivedFrom }, _, { loaders }) => loaders.byId(Datasets, derivedFrom),
    dataset: ({ datasetId }, _, { loaders }) => loaders.byId(Datasets, datasetId),
    uploadUrl: ({ id, status }, _, { imports }) => (status === 'RECEIVING' ? imports.uploadUrl(id) : null),
  },
  Team: {
    datasets: ({ id }, _, { database }) => datasetsOf(database, id),
    datasetImports: ({ id }, _, context) => {
      requireRole(context, id, 'VIEWER');
      return importsOf(context.database, id);
    },
  },
  Query: {
    dataset: (_, { id }, { loaders }) => loaders.byId(Datasets, parseId('Dataset', id)),
  },
  Mutation: {
    importDataset: (_, { input }, context) =>
      refusals(async () => {
        const teamId = parseId('Team', input.teamId)!;
        const entry = await beginImport(context.database, teamId, member(context, teamId)?.id ?? null, input);
        return { import: entry, userErrors: [] };
      }),
    perturbDataset: (_, { input }, context) =>
      refusals(async () => {
        const teamId = parseId('Team', input.teamId)!;
        const entry = await beginDerived(context.database, context.imports, teamId, member(context, teamId)?.id ?? null, input);
        return { import: entry, userErrors: [] };
      }),
    cancelDatasetImport: (_, { input }, context) =>
      refusals(async () => {
        const id = parseId('DatasetImport', input.datasetImportId)!;
        const entry = await cancelImport(context.database, context.imports, id, (team) => member(context, team)?.id ?? null);
        context.loaders.clear();
        return { import: entry ?? (await context.loaders.need(DatasetImport, id)), userErrors: [] };
      }),
  },
};

/** Uuid of the team. @throws where the actor may not see it */
function teamIn(context: Context, teamId: string): string {
  const uuid = parseId('Team', teamId);
  if (uuid === null) throw badInput(`teamId: ${JSON.stringify(teamId)} does not exist, or you may not see it`);
  requireRole(context, uuid, 'VIEWER');
  return uuid;
}

const sizesOf = ({ description, kind, height, width, trainCount, validationCount, testCount }: Dataset) =>
  description?.sizes ?? (kind === 'IMAGES' ? [{ height, width, count: trainCount + validationCount + testCount }] : []);

const countsOf = ({ trainCount, validationCount, testCount }: Dataset) => ({
  train: trainCount,
  validation: validationCount,
  test: testCount,
});
