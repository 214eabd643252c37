namespace DiscourseLens.Collecting.Deleting;

/// <summary>Why posts or texts were purged, as receipts name it.</summary>
public static class PurgeReason
{
    /// <summary>An archive marks the post as deleted after it was captured.</summary>
    public const string DeletedLater = "deleted later";

    /// <summary>A later sighting shows the text no more (removed, or deleted as an archive saw it), or the author no more.</summary>
    public const string ShownGone = "shown as gone";

    /// <summary>The author deleted the post, as its source said when it was asked again.</summary>
    public const string DeletedByAuthor = "deleted by author";

    /// <summary>The source did not show the post in repeated checks.</summary>
    public const string Absent = "absent";

    /// <summary>An author was forgotten by hand.</summary>
    public const string ForgetAuthor = "forget author";

    /// <summary>A post was forgotten by hand.</summary>
    public const string ForgetItem = "forget item";

    /// <summary>A source was forgotten by hand.</summary>
    public const string ForgetSource = "forget source";

    /// <summary>The text reached the end of its retention.</summary>
    public const string Retention = "retention";

    /// <summary>A purge of another copy of the store, done again in this one.</summary>
    public const string Replayed = "replayed";
}
