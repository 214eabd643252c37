using Microsoft.AspNetCore.Http;

namespace DiscourseLens.Web.Api;

/// <summary>A kind of trouble, named by an address that stays.</summary>
/// <param name="Name">The last part of its address.</param>
/// <param name="Status">The status it comes with.</param>
/// <param name="Title">Its title.</param>
/// <param name="Meaning">What it means and what to do.</param>
internal sealed record ProblemKind(string Name, int Status, string Title, string Meaning)
{
    public static readonly ProblemKind WrongQuery = new("wrong-query", StatusCodes.Status400BadRequest, "Wrong query",
        "A key or value is not understood, or the values do not go together. The detail names them, and what to write instead.");

    public static readonly ProblemKind UnknownName = new("unknown-name", StatusCodes.Status404NotFound, "Not in the store",
        "The store has no source, class, community or event of that name. The detail says which there are, or where they are listed.");

    public static readonly ProblemKind NotMeasured = new("not-measured", StatusCodes.Status409Conflict, "Not measured yet",
        "The store lacks what the answer is made of: nothing was imported or scored yet. The detail says what to run.");

    public static readonly ProblemKind TooManyRequests = new("too-many-requests", StatusCodes.Status429TooManyRequests, "Too many requests",
        "This address asked more than it may in a minute. Wait as long as the header Retry-After says.");

    public static readonly ProblemKind UnreadableStore = new("unreadable-store", StatusCodes.Status503ServiceUnavailable, "Unreadable store",
        "The store cannot be read now. Whoever runs the site must look.");

    public static IReadOnlyList<ProblemKind> All { get; } = [WrongQuery, UnknownName, NotMeasured, TooManyRequests, UnreadableStore];

    /// <summary>The address, relative to the site.</summary>
    public string Type => "/problems/" + Name;
}
