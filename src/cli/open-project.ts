import {findProject, OperationalError, openSettingsCache, type Project, type ProjectAgreement, readProject} from '../io/index.ts'

/** The project around a folder. A command that needs one fails without. */
export async function openProject(folder: string): Promise<Project> {
  return readProject(projectRoot(folder))
}

/** The same for a project of many agreements: settings that did not change since they were last read are not parsed again. */
export async function reopenProject(folder: string): Promise<Project> {
  const root = projectRoot(folder)
  const cache = openSettingsCache(root)
  const project = await readProject(root, cache.read)
  await cache.save()
  return project
}

function projectRoot(folder: string): string {
  const root = findProject(folder)
  if (root === undefined)
    throw new OperationalError(
      'project-missing',
      `No proviso.config.yaml in ${folder} or above it`,
      'Start in the folder of a project, name it with `-C <dir>`, or make one with `proviso init`.',
      {isMissing: false},
    )
  return root
}

/** The agreement of a project with this id. */
export function agreementNamed(project: Project, id: string): ProjectAgreement {
  const found = project.agreements.find((agreement) => agreement.id === id)
  if (found) return found
  const known = project.agreements.map((agreement) => agreement.id).join(', ')
  throw new OperationalError('agreement-missing', `No agreement ${id} in this project`, `It has ${known || 'none'}.`, {isMissing: false})
}
