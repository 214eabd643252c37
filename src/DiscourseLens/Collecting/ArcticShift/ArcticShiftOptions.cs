namespace DiscourseLens.Collecting.ArcticShift;

/// <summary>What of Reddit's archive is collected.</summary>
public sealed record ArcticShiftOptions
{
    /// <summary>Communities of Reddit, each with its posts and its comments.</summary>
    public IReadOnlyList<string> Communities { get; init; } = [];

    /// <summary>
    /// How old a post must be, at most 7 days. The archive asks Reddit a second time after about 36 hours; before that it knows
    /// neither scores nor what was deleted.
    /// </summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromHours(36);

    /// <summary>The archive.</summary>
    public Uri Address { get; init; } = new("https://arctic-shift.photon-reddit.com/");
}
