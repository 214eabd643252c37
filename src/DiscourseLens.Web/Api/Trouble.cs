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
        TrendException known => Problem(known),
        CoverageUnknownException => Problem(new TrendException(TrendTrouble.Unknown, exception.Message)),
        CoverageRangeException => Problem(new TrendException(TrendTrouble.Query, exception.Message)),
        _ => TypedResults.Problem(Unreadable, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Unreadable store"),
    };

    private static ProblemHttpResult Problem(TrendException exception)
    {
        var (status, title) = exception.Trouble switch
        {
            TrendTrouble.Unknown => (StatusCodes.Status404NotFound, "Not in the store"),
            TrendTrouble.NotReady => (StatusCodes.Status409Conflict, "Not measured yet"),
            _ => (StatusCodes.Status400BadRequest, "Wrong query"),
        };
        return TypedResults.Problem(exception.Message, statusCode: status, title: title);
    }
}
