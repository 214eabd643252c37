namespace DiscourseLens.Scoring;

/// <summary>What a scoring run does, and with how many hands.</summary>
public sealed record ScoringOptions
{
    /// <summary>The most workers there may be.</summary>
    public const int MostWorkers = 64;

    /// <summary>What is scored.</summary>
    public ScorerKinds Scorers { get; init; } = ScorerKinds.All;

    /// <summary>Posts scored at once, 1 to <see cref="MostWorkers"/>; 0 for one a processor. The scores do not depend on it.</summary>
    public int Workers { get; init; }

    /// <summary>So many posts are scored and nothing is written; 0 to score and write all.</summary>
    public int DryRun { get; init; }

    internal int WorkersHere => Workers > 0 ? Workers : Math.Min(Environment.ProcessorCount, MostWorkers);
}
