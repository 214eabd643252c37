namespace DiscourseLens.Collecting;

/// <summary>Whether a post's text could still be read where it was written, as the store names it.</summary>
public static class PostState
{
    /// <summary>The text is there.</summary>
    public const string Live = "live";

    /// <summary>Its author deleted it.</summary>
    public const string DeletedByAuthor = "deleted by author";

    /// <summary>A moderator of its community removed it.</summary>
    public const string RemovedByModerator = "removed by moderator";

    /// <summary>The platform removed it.</summary>
    public const string RemovedByPlatform = "removed by platform";

    /// <summary>The text is there, its author's account is not.</summary>
    public const string AccountGone = "account gone";

    /// <summary>Whether a post of this state may keep its text.</summary>
    public static bool HasText(string state) => state is Live or AccountGone;
}
