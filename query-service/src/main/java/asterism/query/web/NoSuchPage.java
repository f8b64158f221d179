package asterism.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.NoHandlerFoundException;

/** An address that leads nowhere is answered to people by a page, and to programs by a problem. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoSuchPage {

    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> nowhere(NoHandlerFoundException nowhere, HttpServletRequest request,
                                                    HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(nowhere.getStatusCode()).body(nowhere.getBody());
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return null;
    }
}
