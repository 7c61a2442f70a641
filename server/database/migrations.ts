import { Initial1764000000000 } from '../../migrations/1-initial.ts';
import { Datasets1764000200000 } from '../../migrations/2-datasets.ts';
import { Compute1764000300000 } from '../../migrations/3-compute.ts';
import { Retrain1764000400000 } from '../../migrations/4-retrain.ts';
import { DatasetFeed1764000500000 } from '../../migrations/5-dataset-feed.ts';
import { Rewards1764000600000 } from '../../migrations/6-rewards.ts';
import { ImportedSearches1764000700000 } from '../../migrations/7-imported-searches.ts';
import { Exploration1764000800000 } from '../../migrations/8-exploration.ts';
import { Rungs1764000900000 } from '../../migrations/9-rungs.ts';
import { Prediction1764001000000 } from '../../migrations/10-prediction.ts';
import { Enas1764001100000 } from '../../migrations/11-enas.ts';
import { Texts1764001200000 } from '../../migrations/12-texts.ts';
import { Outlook1764001400000 } from '../../migrations/14-outlook.ts';
import { Changes1764001500000 } from '../../migrations/15-changes.ts';

/** In order. A migration's class name ends in the milliseconds at which it was written; TypeORM sorts by them. */
export const migrations = [
  Initial1764000000000,
  Datasets1764000200000,
  Compute1764000300000,
  Retrain1764000400000,
  DatasetFeed1764000500000,
  Rewards1764000600000,
  ImportedSearches1764000700000,
  Exploration1764000800000,
  Rungs1764000900000,
  Prediction1764001000000,
  Enas1764001100000,
  Texts1764001200000,
  Outlook1764001400000,
  Changes1764001500000,
];
