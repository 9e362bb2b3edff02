type Services = Readonly<{
  jobs: Readonly<{ ended(id: string): Promise<unknown> }>
  grants: Readonly<{ release(id: string): void }>
}>

/** Whatever becomes of the job that reads a file, also when it never begins: the file is let go of when it ends. */
export function releaseAfter({ jobs, grants }: Services, job: string, grant: string): void {
  void jobs.ended(job).then(() => grants.release(grant))
}
