namespace DiscourseLens.Jobs;

/// <summary>A job that does one piece of work of the ledger. It may be started twice and may die anywhere.</summary>
public interface IWorkJob
{
    /// <summary>Claims the work and does it; returns at once when it is not due or another run has it.</summary>
    /// <param name="workId">Id in the table <c>work</c>.</param>
    /// <param name="cancellationToken">Given by Hangfire: the program stops, or somebody deleted the job.</param>
    /// <exception cref="OperationCanceledException">Stopped before the work was done.</exception>
    void Run(long workId, CancellationToken cancellationToken);
}
