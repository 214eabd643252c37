using System.Net;

namespace DiscourseLens.Collecting.Politeness;

/// <summary>
/// One request at a time a host, spaced as its headers say; "too many requests" is waited out, or reported when that would
/// take too long. Answers come back whole.
/// </summary>
/// <param name="paces">The hosts' paces.</param>
/// <param name="options">How to ask.</param>
/// <param name="time">The clock of all waits.</param>
public sealed class PaceHandler(HostPaces paces, PolitenessOptions options, TimeProvider time) : DelegatingHandler
{
    /// <summary>Set on requests that their host counts apart from its others, such as those for tokens.</summary>
    public static readonly HttpRequestOptionsKey<string> Bucket = new("DiscourseLens.Bucket");

    private const int Rounds = 5; // a host that still says "too many" after that many waits is left alone for longer

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = request.RequestUri!; // HttpClient sends none without
        var pace = paces.Of(address, request.Options.TryGetValue(Bucket, out var bucket) ? bucket : "");
        paces.Note(options.Source, pace);
        using var turn = await pace.EnterAsync(cancellationToken).ConfigureAwait(false);
        for (var round = 1; ; round++)
        {
            await WaitAsync(pace, address, round, cancellationToken).ConfigureAwait(false);
            var response = await SendWholeAsync(request, cancellationToken).ConfigureAwait(false);
            if (!Note(pace, response))
                return response;
            LensMeter.RateLimited(options.Source);
            response.Dispose();
        }
    }

    private async Task WaitAsync(HostPace pace, Uri address, int round, CancellationToken cancellationToken)
    {
        var wait = pace.Next - time.GetUtcNow();
        if (wait > options.Patience || round > Rounds)
        {
            throw new RateLimitedException(
                pace.Next, $"{address.Host} asks to be left alone until {UtcInstant.Text(pace.Next)}; collecting from it goes on then.");
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendWholeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Timeout);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, timeout.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(options.LargestAnswer, timeout.Token).ConfigureAwait(false);
            LensMeter.Request(options.Source, (int)response.StatusCode);
            return response;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            LensMeter.Request(options.Source, null);
            throw new HttpRequestException($"no whole answer within {options.Timeout.TotalSeconds:0} s", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            response?.Dispose();
            LensMeter.Request(options.Source, null);
            throw;
        }
    }

    /// <summary>Takes from an answer when the host may be asked next; true when it did not answer but asked to wait.</summary>
    private bool Note(HostPace pace, HttpResponseMessage response)
    {
        var now = time.GetUtcNow();
        pace.Hold(now + options.Spacing);
        var budget = RateBudget.Read(response.Headers, now);
        if (budget is { } left)
            pace.Spread(left, now);
        var asked = RetryAfter.Read(response.Headers, now);
        if (response.StatusCode != HttpStatusCode.TooManyRequests
            && (response.StatusCode != HttpStatusCode.ServiceUnavailable || asked is null))
            return false;
        var wait = asked ?? options.UnnamedHold;
        pace.Hold(now + (wait < options.LongestHold ? wait : options.LongestHold));
        return true;
    }
}
