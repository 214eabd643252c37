namespace DiscourseLens.Collecting;

/// <summary>What is known of a post's author, as the store names it.</summary>
public static class AuthorStates
{
    /// <summary>A name was given; the store keeps its keyed hash.</summary>
    public const string Named = "named";

    /// <summary>The source shows that the account or its link to the post is gone.</summary>
    public const string Deleted = "deleted";

    /// <summary>The capture carries no author at all.</summary>
    public const string Absent = "absent";
}
