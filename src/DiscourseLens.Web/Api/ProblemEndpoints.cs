using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary><c>/problems/NAME</c>: what a kind of trouble means, for whoever follows its address.</summary>
internal static class ProblemEndpoints
{
    public static void MapProblems(this IEndpointRouteBuilder routes) => routes.MapGet("/problems/{name}", Read)
        .Describe("Problems", "What a kind of problem means", "The address in `type` of every problem.");

    private static Results<ContentHttpResult, NotFound> Read(string name) =>
        ProblemKind.All.FirstOrDefault(kind => kind.Name == name) is { } found
            ? TypedResults.Text($"{found.Title} ({found.Status})\n\n{found.Meaning}\n")
            : TypedResults.NotFound();
}
