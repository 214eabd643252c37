namespace DiscourseLens.SampleMaker;

/// <summary>One invented post.</summary>
/// <param name="Id">Its base-36 id; all begin with "samp" and have ten digits, which no real post has.</param>
/// <param name="Thread">The id of its submission, its own where it is one.</param>
/// <param name="Parent">The id of the comment it answers; null for submissions and answers to them.</param>
/// <param name="Community">Where it was written.</param>
/// <param name="Created">When, in epoch seconds.</param>
/// <param name="Author">Who; every name begins with "sample_", but for one program's.</param>
/// <param name="Title">Title of a submission; null for a comment.</param>
/// <param name="Text">The text.</param>
internal sealed record Post(
    string Id, string Thread, string? Parent, Community Community, long Created, string Author, string? Title, string Text)
{
    public bool IsSubmission => Title is not null;
}
