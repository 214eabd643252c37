using DiscourseLens.Database;

namespace DiscourseLens.Jobs;

/// <summary>What became of a piece of work.</summary>
/// <param name="Result">Kept in the ledger; null for none.</param>
/// <param name="Next">Work to request because this one is done; null for none.</param>
public sealed record WorkOutcome(string? Result, NewWork? Next)
{
    /// <summary>When the same work goes on; null when it is done.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>Why it waits so long; null where there is nothing to say.</summary>
    public string? Why { get; init; }
}

/// <summary>Does a piece of work, every writing transaction of it fenced.</summary>
public delegate WorkOutcome WorkAction(WorkItem work, Fence fence, CancellationToken cancellationToken);
