using System.Text.Json;
using System.Text.Json.Nodes;

namespace DiscourseLens.Tests.Scoring.Stance.Chat;

/// <summary>An endpoint of the chat-completions form on a free local port, which answers as a test says.</summary>
internal sealed class ChatEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChatEndpoint(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.Single()}/v1";

    /// <summary>Bodies of the requests, in the order they came.</summary>
    public List<JsonNode> Requests { get; } = [];

    /// <param name="answer">Given the number of the request from 1 and the items asked for: the status and the message's content.</param>
    public static async Task<ChatEndpoint> StartAsync(Func<int, JsonArray, (int Status, string Content)> answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var endpoint = new ChatEndpoint(app);
        app.MapPost("/v1/chat/completions", (HttpContext context) => endpoint.AnswerAsync(context, answer));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return endpoint;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>An honest answer: every item labelled as said.</summary>
    public static string Label(JsonArray items, string label) => JsonSerializer.Serialize(new
    {
        answers = items.Select(item => Answer(item!["id"]!.GetValue<int>(), label)),
    });

    public static object Answer(int id, string label, params string[] evidence) => new
    {
        id,
        refused = false,
        label,
        favor = label == "FAVOR" ? 0.7 : 0.1,
        against = label == "AGAINST" ? 0.7 : 0.1,
        neutral = label == "NEUTRAL" ? 0.7 : 0.1,
        unrelated = label == "UNRELATED" ? 0.7 : 0.1,
        evidence,
    };

    private async Task AnswerAsync(HttpContext context, Func<int, JsonArray, (int Status, string Content)> answer)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        int number;
        lock (Requests)
        {
            Requests.Add(body);
            number = Requests.Count;
        }

        var asked = body["messages"]!.AsArray().Last()!["content"]!;
        var text = asked is JsonArray parts ? parts[0]!["text"]!.GetValue<string>() : asked.GetValue<string>();
        var (status, content) = answer(number, JsonNode.Parse(text)!["items"]!.AsArray());
        context.Response.StatusCode = status;
        if (status == 200)
        {
            await context.Response.WriteAsJsonAsync(new
            {
                id = "c1",
                @object = "chat.completion",
                created = 1,
                model = "m",
                choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content } } },
                usage = new { prompt_tokens = 1000, completion_tokens = 50, total_tokens = 1050 },
            });
        }
        else
        {
            await context.Response.WriteAsync(content);
        }
    }
}
