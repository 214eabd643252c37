namespace DiscourseLens.Collecting.Lemmy;

/// <summary>Which communities of the federation are collected, and through which instance.</summary>
public sealed record LemmyOptions
{
    /// <summary>The instance that is asked, with a slash at its end; best the communities' own.</summary>
    public required Uri Address { get; init; }

    /// <summary>Communities as <c>name@host</c>, or as <c>name</c> for those of the instance itself.</summary>
    public IReadOnlyList<string> Communities { get; init; } = [];
}
