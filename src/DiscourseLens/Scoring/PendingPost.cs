namespace DiscourseLens.Scoring;

/// <summary>A stored post that lacks a current score.</summary>
internal sealed class PendingPost
{
    public long ItemId { get; init; }
    public long SourceId { get; init; }
    public string NativeId { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Class { get; init; } = "";
    public string? ThreadId { get; init; }
    public string? ParentId { get; init; }
    public long CreatedMs { get; init; }
    public long Bot { get; init; }
    public string State { get; init; } = "";
    public string? Text { get; init; }

    /// <summary>1 where it lacks relevance.</summary>
    public long NoRelevance { get; init; }

    /// <summary>1 where it is to get sentiment, if its text can be scored.</summary>
    public long NoSentiment { get; init; }

    /// <summary>1 where it is to get stance, if it is relevant and its text can be scored.</summary>
    public long NoStance { get; init; }

    /// <summary>The stored decision: 1 for relevant, 0 for not; null where it lacks relevance.</summary>
    public long? Relevant { get; init; }

    /// <summary>The stored probability of being relevant; null where it lacks relevance.</summary>
    public double? Probability { get; init; }

    /// <summary>1 where it is stored that, and why, its text cannot be scored.</summary>
    public long Unscored { get; init; }

    /// <summary>1 where a text of a language that can be scored was found: scores of whatever version rest on it.</summary>
    public long Readable { get; init; }

    /// <summary>A submission's title; null for a comment.</summary>
    public string? Title => Kind == "submission" ? StoredText.TitleOf(Text ?? "") : null;

    /// <summary>The text below the title.</summary>
    public string Body => Kind == "submission" ? StoredText.BodyOf(Text ?? "") : Text ?? "";

    /// <summary>Where the body begins in the text.</summary>
    public int BodyStart => Kind == "submission" ? StoredText.BodyStart(StoredText.TitleOf(Text ?? "")) : 0;
}
