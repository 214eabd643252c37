namespace DiscourseLens.Collecting;

/// <summary>What a post is in its thread.</summary>
public enum PostKind
{
    /// <summary>The post that opens a thread.</summary>
    Submission,

    /// <summary>A reply.</summary>
    Comment,
}

/// <summary>How a <see cref="PostKind"/> is written in the store.</summary>
public static class PostKinds
{
    /// <summary><c>submission</c> or <c>comment</c>.</summary>
    public static string ToColumn(this PostKind kind) => kind switch
    {
        PostKind.Submission => "submission",
        PostKind.Comment => "comment",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A post is a submission or a comment."),
    };
}
