namespace DiscourseLens.Scoring;

/// <summary>A stored post that lacks a current score.</summary>
internal sealed class PendingPost
{
    public long ItemId { get; init; }
    public long SourceId { get; init; }
    public string Kind { get; init; } = "";
    public string Class { get; init; } = "";
    public string? ThreadId { get; init; }
    public string? ParentId { get; init; }
    public long CreatedMs { get; init; }
    public long Bot { get; init; }
    public string State { get; init; } = "";
    public string? Text { get; init; }

    /// <summary>A submission's title; null for a comment.</summary>
    public string? Title => Kind == "submission" ? StoredText.TitleOf(Text ?? "") : null;

    /// <summary>The text below the title.</summary>
    public string Body => Kind == "submission" ? StoredText.BodyOf(Text ?? "") : Text ?? "";
}
