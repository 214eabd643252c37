using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace DiscourseLens.Scoring.Stance.Chat;

/// <summary>Stance by a chat model that is given the codebook: a surrogate to be corrected, like every scorer.</summary>
/// <remarks>
/// Texts are sent to the endpoint. An answer that cannot be used is asked for again, alone, and then kept as missing; an endpoint that
/// cannot be reached, or a spent budget, leaves texts for a later run.
/// </remarks>
public sealed class ChatStanceScorer : IStanceScorer, IDisposable
{
    private const int MostUnanswered = 5;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(2), s_rest = TimeSpan.FromMinutes(1);

    private readonly IChatClient _client;
    private readonly ChatStanceOptions _options;
    private readonly TimeProvider _time;
    private readonly RequestPace _pace;
    private readonly ChatOptions _request;
    private long _spentMicros, _lastUnanswered;
    private int _unanswered;

    /// <summary>Asks through a client.</summary>
    /// <param name="client">The endpoint; disposed with the scorer.</param>
    /// <param name="endpoint">What the endpoint is called in the scorer's version, without secrets.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="spentMicros">What was spent before, in millionths.</param>
    /// <param name="time">Paces and times out requests.</param>
    public ChatStanceScorer(IChatClient client, string endpoint, ChatStanceOptions options, long spentMicros, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_client, _options, _spentMicros, _time) = (client, options, spentMicros, time);
        _pace = new RequestPace(options.RequestsPerMinute, options.Concurrency, time);
        using var schema = JsonDocument.Parse(ChatPrompt.Schema);
        _request = new ChatOptions
        {
            ModelId = options.Model,
            Temperature = 0,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(schema.RootElement.Clone(), "stance"),
        };
        var settings = $"{endpoint}\n{options.Model}\n{options.Revision}\n{options.BatchSize}\n{ChatPrompt.Hash}";
        Version = new ScorerVersion("stance", "chat", $"{options.Model}{(options.Revision.Length > 0 ? $"@{options.Revision}" : "")}",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings))));
    }

    /// <inheritdoc/>
    public ScorerVersion Version { get; }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StanceOutcome>> ScoreAsync(IReadOnlyList<StanceInput> inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var outcomes = new StanceOutcome[inputs.Count];
        var asked = new List<int>();
        for (var at = 0; at < inputs.Count; at++)
        {
            if (inputs[at].Relevance.Relevant)
                asked.Add(at);
            else
                outcomes[at] = StanceOutcome.Of(new StanceScore(StanceLabel.Unrelated, 0, 0, 0, 1, []));
        }

        await Task.WhenAll(asked.Chunk(_options.BatchSize).Select(async places =>
        {
            var answers = await AskAsync([.. places.Select(place => inputs[place])], cancellationToken).ConfigureAwait(false);
            for (var at = 0; at < places.Length; at++)
                outcomes[places[at]] = answers[at];
        })).ConfigureAwait(false);
        return outcomes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _pace.Dispose();
    }

    private async Task<StanceOutcome[]> AskAsync(StanceInput[] inputs, CancellationToken cancellationToken)
    {
        var outcomes = await AttemptAsync(inputs, cancellationToken).ConfigureAwait(false);
        if (inputs.Length == 1)
            return outcomes;
        for (var at = 0; at < outcomes.Length; at++)
        {
            if (outcomes[at].Missing == MissingReason.Invalid)
            {
                var alone = (await AttemptAsync([inputs[at]], cancellationToken).ConfigureAwait(false))[0];
                outcomes[at] = alone with { Usage = alone.Usage + outcomes[at].Usage };
            }
        }

        return outcomes;
    }

    private async Task<StanceOutcome[]> AttemptAsync(StanceInput[] inputs, CancellationToken cancellationToken)
    {
        var outcomes = Array.Empty<StanceOutcome>();
        var usage = default(ModelUsage);
        for (var attempt = 1; attempt <= _options.Attempts; attempt++)
        {
            (outcomes, var cost) = await RequestAsync(inputs, cancellationToken).ConfigureAwait(false);
            usage += cost;
            if (attempt == _options.Attempts || cost == default || !Array.Exists(outcomes, outcome => CanImprove(outcome, alone: inputs.Length == 1)))
                break;
            await Task.Delay(Pause(attempt), _time, cancellationToken).ConfigureAwait(false);
        }

        outcomes[0] = outcomes[0] with { Usage = usage };
        return outcomes;
    }

    private async Task<(StanceOutcome[] Outcomes, ModelUsage Usage)> RequestAsync(StanceInput[] inputs, CancellationToken cancellationToken)
    {
        try
        {
            // Whether to ask at all is decided when the request's turn has come, by what those before it have met.
            var (reason, response) = await _pace.RunAsync(
                async () => WhyNotNow() is { } why ? (why, null) : ((string?)null, await SendAsync(inputs, cancellationToken).ConfigureAwait(false)),
                cancellationToken).ConfigureAwait(false);
            if (response is null)
                return (All(inputs, StanceOutcome.Later(reason!)), default);
            var usage = _options.Usage(response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0);
            Interlocked.Add(ref _spentMicros, usage.CostMicros);
            Interlocked.Exchange(ref _unanswered, 0);
            return (response.FinishReason == ChatFinishReason.ContentFilter
                ? All(inputs, StanceOutcome.Lacking(MissingReason.Refused, "the endpoint's filter held the answer back"))
                : ChatAnswer.Read(response.Text, inputs), usage);
        }
        // Every client library has exceptions of its own; whichever it is, the text must stay in line and the run go on.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref _unanswered);
            Interlocked.Exchange(ref _lastUnanswered, _time.GetTimestamp());
            return (All(inputs, StanceOutcome.Later($"the endpoint did not answer ({exception.GetType().Name})")), new ModelUsage(1, 0, 0, 0));
        }
    }

    private async Task<ChatResponse> SendAsync(StanceInput[] inputs, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        return await _client.GetResponseAsync(ChatPrompt.Messages(inputs), _request, either.Token).ConfigureAwait(false);
    }

    // An endpoint that does not answer is left alone for a while, so that a long run does not wait for each of its texts.
    private string? WhyNotNow()
    {
        if (_options.Budget > 0 && Interlocked.Read(ref _spentMicros) >= _options.Budget * 1_000_000)
            return "the budget is spent";
        return Volatile.Read(ref _unanswered) >= MostUnanswered && _time.GetElapsedTime(Volatile.Read(ref _lastUnanswered)) < s_rest
            ? "the endpoint has stopped answering"
            : null;
    }

    // An unusable answer to one text alone may be better the next time; of several, those are asked for alone.
    private static bool CanImprove(StanceOutcome outcome, bool alone) =>
        outcome.Score is null && (outcome.Missing is null || (alone && outcome.Missing == MissingReason.Invalid));

    private static StanceOutcome[] All(StanceInput[] inputs, StanceOutcome outcome) => [.. inputs.Select(_ => outcome)];

    private static TimeSpan Pause(int attempt) => s_firstPause * Math.Pow(2, attempt - 1);
}
