package asterism.query.web;

import asterism.events.InvalidValue;
import asterism.query.reading.NotYet;
import asterism.query.reading.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Questions that cannot be answered become readable pages with the right status; asked before those who make problems of them. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(annotations = Controller.class, basePackageClasses = PageProblems.class)
class PageProblems {

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        if (refused.kind() == Refused.Kind.BUSY) {
            response.setHeader("Retry-After", "10");
        }
        response.sendError(switch (refused.kind()) {
            case BAD -> HttpServletResponse.SC_BAD_REQUEST;
            case UNKNOWN -> HttpServletResponse.SC_NOT_FOUND;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case BUSY -> 429;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
        });
    }

    /** Something in the address is no number, no day, no word that is known there, or is missing. */
    @ExceptionHandler({InvalidValue.class, TypeMismatchException.class, ServletRequestBindingException.class, BindException.class})
    void invalid(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    @ExceptionHandler({NotYet.class, CannotCreateTransactionException.class, DataAccessResourceFailureException.class,
            TransientDataAccessException.class})
    void later(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "2");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
