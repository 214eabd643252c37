namespace DiscourseLens.Collecting;

/// <summary>A post as a source showed it, with the author still by name: it does not leave memory in this form.</summary>
public sealed record FetchedPost
{
    /// <summary>The source's own immutable id.</summary>
    public required string NativeId { get; init; }

    /// <summary>What it is in its thread.</summary>
    public required PostKind Kind { get; init; }

    /// <summary>Its community's name.</summary>
    public required string Community { get; init; }

    /// <summary>Native id of the submission that opened its thread; for a submission its own. Null where the source does not say.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Native id of the post it answers.</summary>
    public string? ParentId { get; init; }

    /// <summary>What identifies its author at the source: an id where there is one, else the name. Null when gone or absent.</summary>
    public string? Author { get; init; }

    /// <summary>One of <see cref="AuthorStates"/>.</summary>
    public string AuthorState { get; init; } = AuthorStates.Named;

    /// <summary>Whether its author is known for a program.</summary>
    public bool IsBot { get; init; }

    /// <summary>When it was written, UTC milliseconds.</summary>
    public required long CreatedMs { get; init; }

    /// <summary>When it looked as it is shown, UTC milliseconds; null for now. An archive shows what it saw earlier.</summary>
    public long? CapturedMs { get; init; }

    /// <summary>Whether the source says that it was deleted after it was captured: then it is not stored, and purged where it was.</summary>
    public bool IsDeletedLater { get; init; }

    /// <summary>Votes or points, where shown.</summary>
    public long? Score { get; init; }

    /// <summary>Replies, where shown.</summary>
    public long? Replies { get; init; }

    /// <summary>One of <see cref="PostState"/>.</summary>
    public string State { get; init; } = PostState.Live;

    /// <summary>Where people can read it; a path for Reddit, else a whole address. Never one that names its author.</summary>
    public string? Permalink { get; init; }

    /// <summary>A submission's title as plain text; null for comments.</summary>
    public string? Title { get; init; }

    /// <summary>Its text, plain or in Markdown; empty where it is gone.</summary>
    public string Body { get; init; } = "";

    /// <summary>The text as stored: a submission's title, blank line and body; empty where it may not be kept.</summary>
    internal string Whole => Title is null ? Body : Body.Length == 0 ? Title : $"{Title}\n\n{Body}";
}
