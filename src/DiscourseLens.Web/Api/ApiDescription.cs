using System.Text.Json.Nodes;
using DiscourseLens.Trends;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace DiscourseLens.Web.Api;

/// <summary><c>/openapi</c>: the API described as OpenAPI 3.1, from what stands beside each endpoint.</summary>
internal static class ApiDescription
{
    private static readonly string[] s_described = ["api/", "problems/", "frozen/{name}/"]; // the rest are pages
    private static readonly ProblemKind[] s_askedWrongly = [ProblemKind.WrongQuery, ProblemKind.UnknownName, ProblemKind.NotMeasured];

    public static void Add(IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath is { } path && s_described.Any(start => path.StartsWith(start, StringComparison.Ordinal));
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "DiscourseLens",
                Version = "v1",
                Description = "How people talk about psychedelic therapy in public threads, over time. Aggregates only: small cells are suppressed, and nothing is told of a post or an author. An empty value is not a zero.",
                License = new() { Name = "MIT" },
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(DescribeWritten);
        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var key in context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiKeys>().SelectMany(keys => keys.All))
                (operation.Parameters ??= []).Add(Parameter(key));
            return Task.CompletedTask;
        });
    });

    public static void MapDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi");

    /// <summary>Says what an endpoint does.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, string tag, string summary, string description, ApiKeys? keys = null)
    {
        route.WithTags(tag).WithSummary(summary).WithDescription(description);
        return keys is null ? route : route.WithMetadata(keys);
    }

    /// <summary>Says what it answers with, and how it refuses.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder route, string contentType, Type type)
    {
        route.Produces(StatusCodes.Status200OK, type, contentType).Produces(StatusCodes.Status304NotModified);
        foreach (var kind in s_askedWrongly.Append(ProblemKind.TooManyRequests).Append(ProblemKind.UnreadableStore))
            route.ProducesProblem(kind.Status);
        return route;
    }

    /// <summary>Says that it answers with JSON of a shape.</summary>
    public static RouteHandlerBuilder AnswersJson<T>(this RouteHandlerBuilder route) => route.Answers("application/json", typeof(T));

    // What is only read loosely is written strictly: numbers as numbers, choices without a discriminator. Converters hide what they write.
    private static Task DescribeWritten(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var none = type == context.JsonTypeInfo.Type ? default : JsonSchemaType.Null;
        if (type == typeof(ShownCount))
            (schema.Type, schema.Description) = (JsonSchemaType.Integer | JsonSchemaType.String | none, "A count, or text where it is suppressed: \"<10\" or \"hidden\".");
        else if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String | none, "date-time");
        else if (schema is { Type: { } several, Pattern: not null } && (several & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
            (schema.Type, schema.Pattern) = (several & ~JsonSchemaType.String, null);
        if (schema.AnyOf is { Count: > 0 })
            schema.Discriminator = null;
        if (schema is { Type: null, Properties.Count: > 0 })
            schema.Type = JsonSchemaType.Object;
        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(ApiKey key) => new()
    {
        Name = key.Name,
        In = ParameterLocation.Query,
        Description = key.Meaning,
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = key.Values?.Select(value => (JsonNode)JsonValue.Create(value)).ToList(),
        },
    };
}
