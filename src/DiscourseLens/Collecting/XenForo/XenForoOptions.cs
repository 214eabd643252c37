namespace DiscourseLens.Collecting.XenForo;

/// <summary>Which forum is collected, and what of it.</summary>
public sealed record XenForoOptions
{
    /// <summary>Where the forum is, with a slash at its end.</summary>
    public required Uri Address { get; init; }

    /// <summary>Its boards as the forum's addresses write them after <c>forums/</c>, such as <c>experiences.12</c>.</summary>
    public IReadOnlyList<string> Boards { get; init; } = [];
}
