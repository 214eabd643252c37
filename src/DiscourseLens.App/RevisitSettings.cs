using DiscourseLens.Collecting.Revisiting;

namespace DiscourseLens.App;

/// <summary>How posts are looked at again; the section <c>Collect:Revisits</c> of the settings.</summary>
internal sealed class RevisitSettings
{
    /// <summary>Ages in hours at which each post's score, replies and state are kept, 1 to 8,760.</summary>
    public IReadOnlyList<double> AgesHours { get; init; } = [];

    /// <summary>Part of a source's requests that may go into it, 0.01 to 1.</summary>
    public double BudgetShare { get; init; } = 0.3;

    /// <summary>As the library takes them.</summary>
    public RevisitOptions Options => new()
    {
        Ages = [.. AgesHours.Distinct().Select(hours => TimeSpan.FromHours(hours))],
        Share = BudgetShare,
    };
}
