namespace DiscourseLens.Collecting.Politeness;

/// <summary>Says who asks. The typed header would refuse what Reddit demands, so it is set as it stands.</summary>
/// <param name="userAgent">What the user said we are.</param>
public sealed class UserAgentHandler(string userAgent) : DelegatingHandler
{
    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Remove("User-Agent");
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        return base.SendAsync(request, cancellationToken);
    }
}
