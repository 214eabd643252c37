namespace DiscourseLens.Scoring;

/// <summary>Why a text gets no score. Stored by its lower-case name.</summary>
public enum UnscorableReason
{
    /// <summary>Neither title nor body holds a letter or digit.</summary>
    Empty,

    /// <summary>The author deleted it.</summary>
    Deleted,

    /// <summary>A moderator or the platform removed it.</summary>
    Removed,

    /// <summary>A program wrote it.</summary>
    Bot,

    /// <summary>Not English.</summary>
    Language,
}
