using DiscourseLens.Collecting;
using DiscourseLens.Trends;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DiscourseLens.Web.Api;

/// <summary>Expected trouble as problem details; the detail is the sentence written for the user.</summary>
internal static class Trouble
{
    private const string Unreadable =
        "The store cannot be read now; look whether its file is there, then run `discourselens trend` for the reason.";

    /// <summary>400 for a wrong question, 404 for an unknown name, 409 for a store that lacks data, 503 for an unreadable one.</summary>
    public static ProblemHttpResult Of(LensException exception) => exception switch
    {
        TrendException { Trouble: TrendTrouble.Unknown } or CoverageUnknownException => Problem(ProblemKind.UnknownName, exception.Message),
        TrendException { Trouble: TrendTrouble.NotReady } => Problem(ProblemKind.NotMeasured, exception.Message),
        TrendException or CoverageRangeException => Problem(ProblemKind.WrongQuery, exception.Message),
        _ => Problem(ProblemKind.UnreadableStore, Unreadable),
    };

    /// <summary>429 for who asks too much.</summary>
    public static ProblemHttpResult TooMany(int seconds) =>
        Problem(ProblemKind.TooManyRequests, $"This address asks too much; ask again in {seconds} seconds.");

    private static ProblemHttpResult Problem(ProblemKind kind, string detail) =>
        TypedResults.Problem(detail, statusCode: kind.Status, title: kind.Title, type: kind.Type);
}
