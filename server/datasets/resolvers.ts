import { member, requireRole } from '../access/context.ts';
import { type Dataset, DatasetImport, Dataset as Datasets } from '../database/entities.ts';
import { badInput, refusals } from '../errors.ts';
import { globalId, parseId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { beginImport } from './begin-import.ts';
import { cancelImport, datasetsOf, importsOf, searchesOn, versionsOf } from './service.ts';
import { COLUMNS, MOST_TILES, tileSize } from './sheet.ts';

export const resolvers: Resolvers = {
  Dataset: {
    id: ({ id }) => globalId('Dataset', id),
    builtIn: ({ teamId }) => teamId === null,
    classCounts: ({ description }) => description?.classCounts ?? [],
    sizes: (dataset) => sizesOf(dataset),
    normalisation: ({ description }) => description?.normalisation ?? null,
    vocabularySize: ({ description }) => description?.vocabulary ?? null,
    url: ({ fileId }, _, { files }) => (fileId === null ? null : files.url(fileId)),
    versions: (dataset, _, { database }) => versionsOf(database, dataset),
    searches: (dataset, { teamId }, context) => {
      const uuid = parseId('Team', teamId);
      if (uuid === null) throw badInput(`teamId: ${JSON.stringify(teamId)} does not exist, or you may not see it`);
      requireRole(context, uuid, 'VIEWER');
      return searchesOn(context.database, dataset.id, uuid);
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
    cancelDatasetImport: (_, { input }, context) =>
      refusals(async () => {
        const id = parseId('DatasetImport', input.datasetImportId)!;
        const entry = await cancelImport(context.database, context.imports, id);
        context.loaders.clear();
        return { import: entry ?? (await context.loaders.need(DatasetImport, id)), userErrors: [] };
      }),
  },
};

const sizesOf = ({ description, kind, height, width, trainCount, validationCount, testCount }: Dataset) =>
  description?.sizes ?? (kind === 'IMAGES' ? [{ height, width, count: trainCount + validationCount + testCount }] : []);

const countsOf = ({ trainCount, validationCount, testCount }: Dataset) => ({
  train: trainCount,
  validation: validationCount,
  test: testCount,
});
