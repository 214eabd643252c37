using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>A text with its label, to learn from.</summary>
internal sealed record LabelledText
{
    /// <summary>Its id, or its place in the file.</summary>
    public required string Id { get; init; }

    /// <summary>Its author's stance.</summary>
    public required StanceLabel Label { get; init; }

    /// <summary>What kind of neutral: none, mixed or unclear; null where not told.</summary>
    public string? Sub { get; init; }

    /// <summary>Its title; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The text replied to; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>The thread's title; null for none.</summary>
    public string? ParentTitle { get; init; }

    /// <summary>The class of its community.</summary>
    public CommunityClass Community { get; init; } = CommunityClass.General;

    /// <summary>The substance the label is about; None for the overall stance.</summary>
    public Concepts Target { get; init; }

    /// <summary>Who wrote it: an author, or a voice of the seeds.</summary>
    public required string Author { get; init; }

    /// <summary>Whose hand it is in: voices of the seeds that one writer invented have one, else the author's. No fold crosses it.</summary>
    public string Writer => Hand ?? Author;

    /// <summary>The writer, where it is known that one writes under several names.</summary>
    public string? Hand { get; init; }

    /// <summary>Whether it was written in the guise of one of the codebook's edge cases.</summary>
    public bool IsEdgeCase { get; init; }

    /// <summary>Whether it was made of others to train on, see <see cref="LongPosts"/>; such a text counts in no test.</summary>
    public bool IsMade { get; init; }

    /// <summary>The thread or situation it stands in.</summary>
    public required string Thread { get; init; }
}
