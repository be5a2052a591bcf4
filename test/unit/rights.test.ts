import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { permissionOn, reachOf, together } from '../../src/access/decide.ts';
import type { Given, GrantKind, Permission } from '../../src/model/permission.ts';

function on(kind: GrantKind, id: number | '*', permission: Permission): Given {
  const isModel = kind === 'registered_model' || kind === 'prompt';
  return {
    kind,
    projectId: id === '*' || isModel ? null : id,
    registeredModelId: id !== '*' && isModel ? id : null,
    pattern: id === '*' ? '*' : '',
    permission,
  };
}

const project = { kind: 'project', projectId: 1 } as const;
const run = { kind: 'run', projectId: 1 } as const;

describe('what somebody may do with a thing', () => {
  it('is the default where nothing is given, and never less than it for what is given', () => {
    assert.equal(permissionOn([], project, 'read'), 'read');
    assert.equal(permissionOn([on('project', 2, 'manage')], project, 'read'), 'read');
    assert.equal(permissionOn([on('project', 1, 'read')], project, 'edit'), 'edit');
  });

  it('is the most that several roles give, on it and on all', () => {
    assert.equal(permissionOn([on('project', 1, 'read'), on('project', 1, 'edit')], project, 'none'), 'edit');
    assert.equal(permissionOn([on('project', '*', 'manage'), on('project', 1, 'read')], project, 'none'), 'manage');
  });

  it('is nothing once one of them denies it', () => {
    for (const denied of [on('project', 1, 'deny'), on('project', '*', 'deny')]) {
      assert.equal(permissionOn([on('project', 1, 'manage'), denied], project, 'manage'), 'deny');
    }
  });

  it('is said by what is given on its own kind before what is given on what it belongs to', () => {
    assert.equal(permissionOn([on('project', 1, 'edit')], run, 'none'), 'edit');
    assert.equal(permissionOn([on('project', 1, 'read'), on('run', '*', 'edit')], run, 'none'), 'edit');
    assert.equal(permissionOn([on('project', 1, 'manage'), on('run', '*', 'read')], run, 'none'), 'read');
    assert.equal(permissionOn([on('project', 1, 'manage'), on('run', '*', 'deny')], run, 'none'), 'deny');
  });

  it('is everything for whoever administers the workspace', () => {
    assert.equal(permissionOn([on('workspace', '*', 'manage'), on('project', 1, 'deny')], project, 'none'), 'manage');
    assert.equal(permissionOn([on('workspace', '*', 'use')], project, 'none'), 'none');
  });

  it('of a scorer is given by project and name', () => {
    const scorer = { kind: 'scorer', projectId: 1, pattern: 'relevance' } as const;
    assert.equal(permissionOn([{ ...on('scorer', 1, 'deny'), pattern: 'relevance' }], scorer, 'read'), 'deny');
    assert.equal(permissionOn([{ ...on('scorer', 1, 'deny'), pattern: 'other' }], scorer, 'read'), 'read');
    assert.equal(permissionOn([on('project', 1, 'edit')], scorer, 'read'), 'edit');
  });
});

describe('what somebody may read of a listing', () => {
  it('is all but what is denied, where everybody reads', () => {
    assert.equal(reachOf([on('project', 1, 'edit')], 'read').projects, 'all');
    assert.deepEqual(reachOf([on('project', 1, 'deny'), on('project', 1, 'edit')], 'read').projects, { except: [1] });
    assert.deepEqual(reachOf([on('project', '*', 'deny')], 'read').projects, { only: [] });
  });

  it('is what is given, where nobody reads', () => {
    const given = [on('project', 1, 'read'), on('project', 2, 'edit'), on('project', 2, 'deny')];
    assert.deepEqual(reachOf(given, 'none').projects, { only: [1] });
    assert.deepEqual(reachOf([...given, on('project', '*', 'read')], 'none').projects, { except: [2] });
  });

  it('is nothing of a kind that is denied as a whole', () => {
    assert.deepEqual(reachOf([on('run', '*', 'deny')], 'read', ['run']).projects, { only: [] });
    assert.equal(reachOf([on('run', '*', 'deny')], 'read').projects, 'all');
  });

  it('of registered models and of prompts is one scope', async () => {
    const ids = async (which: 'a' | 'b') => (which === 'a' ? [1, 2] : [3, 4]);
    assert.deepEqual(await together({ only: [1] }, { only: [3] }, ids), { only: [1, 3] });
    assert.deepEqual(await together({ only: [1] }, { except: [4] }, ids), { only: [1, 3] });
    assert.deepEqual(await together('all', { only: [] }, ids), { only: [1, 2] });
    assert.deepEqual(await together({ except: [1] }, { except: [4] }, ids), { except: [1, 4] });
    assert.equal(await together('all', 'all', ids), 'all');
  });
});
